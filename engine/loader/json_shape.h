// SPDX-License-Identifier: MIT
// Which JSON members make up which struct: a table for each type, read by StrictJson. A member is read by the
// type of the field it fills.
//
//   template <> struct JsonShape<Need> {
//     static constexpr auto members = std::make_tuple(JsonMember{"path", &Need::path}, ...);
//   };
#pragma once

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace tsg {

template <typename Owner, typename Field>
struct JsonMember {
  std::string_view name;
  Field Owner::*field;
};
template <typename Owner, typename Field>
JsonMember(std::string_view, Field Owner::*) -> JsonMember<Owner, Field>;
template <typename Owner, typename Field>
JsonMember(const char*, Field Owner::*) -> JsonMember<Owner, Field>;

template <typename T>
struct JsonShape;

// The words of an enumeration, for each enumerator by name_of:
//
//   template <> inline constexpr std::array json_words<DataClass> = {DataClass::Public, ...};
template <typename T>
inline constexpr std::nullptr_t json_words = nullptr;
template <typename T>
concept HasJsonWords = !std::is_same_v<std::remove_cv_t<decltype(json_words<T>)>, std::nullptr_t>;

// For a type whose members must agree before it can be made: what is read instead. It has a shape of its own
// and `std::string give(T& out)`, which says what is wrong, or nothing.
template <typename T>
struct JsonStandIn;
template <typename T>
concept HasJsonStandIn = requires {
  typename JsonStandIn<T>::Type;
};

template <typename T>
concept HasJsonShape = requires {
  JsonShape<T>::members;
};

}  // namespace tsg
