-- SPDX-License-Identifier: MIT
-- What a certificate that was read from a server says: its dates, its names, and the chain it came in.
local server_certificate = {}

-- "10.0.2.4:443" and "[fd00::5]:443" without their ports.
local function plain_address(address)
  if net.is_address(address) then return address end
  return text.match(address, [[^\[?(.*?)\]?:[0-9]+$]]) or address
end

-- The row that was read from the server, or nil.
function server_certificate.of(rows, address)
  for _, row in ipairs(rows) do
    if text.equal_fold(plain_address(row.address), address) then return row end
  end
  return nil
end

-- The first and the last second count as inside.
function server_certificate.is_valid_at(row, now)
  local moment = time.parse(now)
  return time.parse(row.notBefore) <= moment and moment <= time.parse(row.notAfter)
end

-- The names that count: alternative names hide the common name.
function server_certificate.names(row)
  if #(row.san or {}) > 0 then return row.san end
  return { row.subjectCN }
end

-- `*` stands for exactly one label.
function server_certificate.carries(row, host)
  for _, name in ipairs(server_certificate.names(row)) do
    if net.host_match(name, host) then return true end
  end
  return false
end

-- "leaf-missing", "chain-order", or nil. The chain lists what each certificate is, as the server sends them.
function server_certificate.chain_fault(row)
  for position, role in ipairs(row.chain) do
    if text.equal_fold(role, "leaf") then return position > 1 and "chain-order" or nil end
  end
  return #row.chain > 0 and "leaf-missing" or nil
end

return server_certificate
