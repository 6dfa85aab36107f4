// SPDX-License-Identifier: MIT
#include "engine/model/data_class.h"

namespace tsg {

std::string_view name_of(DataClass data_class) {
  switch (data_class) {
    case DataClass::Public:
      return "public";
    case DataClass::Customer:
      return "customer";
    case DataClass::Internal:
      return "internal";
    case DataClass::Secret:
      return "secret";
  }
  return "";
}

std::optional<DataClass> data_class_named(std::string_view name) {
  for (const DataClass each :
       {DataClass::Public, DataClass::Customer, DataClass::Internal, DataClass::Secret}) {
    if (name_of(each) == name) return each;
  }
  return std::nullopt;
}

}  // namespace tsg
