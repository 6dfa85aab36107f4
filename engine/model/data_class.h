// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tsg {

// Who may see a fact and what is said from it, least private first. Class travels: a value carries the
// highest class of the facts it was made from.
enum class DataClass : std::uint8_t { Public, Customer, Internal, Secret };

std::string_view name_of(DataClass data_class);  // "public", "customer", "internal", "secret"
std::optional<DataClass> data_class_named(std::string_view name);

}  // namespace tsg
