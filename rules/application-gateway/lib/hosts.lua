-- SPDX-License-Identifier: MIT
-- Which listeners take a request's host name. Unlike in a certificate, `*` stands for any run of characters,
-- dots included (*.contoso.com takes a.b.contoso.com as well), and `?` for one.
local hosts = {}

-- Host without port, in lower case.
function hosts.plain(host)
  local lowered = text.lower(text.trim(host))
  if text.starts_with(lowered, "[") then return lowered end
  return text.split(lowered, ":")[1]
end

-- Linear in practice: on a mismatch only the last `*` is tried again.
local function glob(pattern, name)
  local p, n, star, resume = 1, 1, nil, nil
  while n <= #name do
    local sign = string.sub(pattern, p, p)
    if sign == "*" then
      star, resume = p, n
      p = p + 1
    elseif sign ~= "" and (sign == "?" or sign == string.sub(name, n, n)) then
      p, n = p + 1, n + 1
    elseif star then
      resume = resume + 1
      p, n = star + 1, resume
    else
      return false
    end
  end
  while string.sub(pattern, p, p) == "*" do p = p + 1 end
  return p > #pattern
end

-- The names a multi-site listener is set up for; empty for a basic listener.
function hosts.names(listener)
  local names = {}
  if listener.hostName and listener.hostName ~= "" then names[1] = listener.hostName end
  for _, name in ipairs(listener.hostNames or {}) do names[#names + 1] = name end
  return names
end

-- How a listener takes a host: "exact", "wildcard", "basic", or nil when it does not.
function hosts.match(listener, host)
  local names = hosts.names(listener)
  if #names == 0 then return "basic" end
  local found = nil
  for _, name in ipairs(names) do
    local lowered = text.lower(name)
    if lowered == host then return "exact" end
    if glob(lowered, host) then found = "wildcard" end
  end
  return found
end

return hosts
