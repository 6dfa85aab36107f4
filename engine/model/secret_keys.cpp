// SPDX-License-Identifier: MIT
#include "engine/model/secret_keys.h"

namespace tsg {

bool secret_keys(const Catalogue& catalogue, NodeIndex map) {
  const CatalogueNode& node = catalogue.node(map);
  return node.data_class == DataClass::Secret || catalogue.node(node.item).data_class == DataClass::Secret;
}

}  // namespace tsg
