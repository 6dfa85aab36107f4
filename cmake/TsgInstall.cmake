# SPDX-License-Identifier: MIT
# Filled when the public header exists; see engine/tsg.h.
