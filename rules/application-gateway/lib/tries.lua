-- SPDX-License-Identifier: MIT
-- Requests sent straight to a server, past the gateway.
local tries = {}

local function plain(path)
  return text.split(path, "?")[1]
end

-- The tries of a path that the server took, whichever server it was.
function tries.of_path(rows, path)
  local found = {}
  for _, row in ipairs(rows) do
    if not row.refused and plain(row.path) == plain(path) then found[#found + 1] = row end
  end
  return found
end

-- The last try of a server, for `path` or one that was refused; without `path`, any.
function tries.of_server(rows, address, path)
  local found = nil
  for _, row in ipairs(rows) do
    local fits = not path or row.refused or plain(row.path) == plain(path)
    if fits and text.equal_fold(row.address, address) then found = row end
  end
  return found
end

return tries
