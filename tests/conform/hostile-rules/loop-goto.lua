-- SPDX-License-Identifier: MIT
::again:: goto again
