-- One Markdown page of the catalogue as a page of the site: links to pages, copies of other files, tables that scroll, and
-- the titles for the search. What it is told: `source` and `address` of the page (from the repository and in the site),
-- `catalogue` (the folder of the pages), `records` (a file to which it adds what it found).
local source, address, catalogue, records

-- Pages outside the catalogue that the site has too.
local others = { ["ARCHITECTURE.md"] = "Architecture.html", ["CONTRIBUTING.md"] = "Contributing.html", ["CHANGELOG.md"] = "Changelog.html" }

local function record(...) records:write(table.concat({ ... }, "\t"), "\n") end

-- A path without `.` and `..`.
local function plain(path)
  local parts = {}
  for part in path:gmatch("[^/]+") do
    if part == ".." then table.remove(parts) elseif part ~= "." then parts[#parts + 1] = part end
  end
  return table.concat(parts, "/")
end

local function folder(path) return path:match("^(.*/)[^/]*$") or "" end

-- The address in the site of a file of the repository.
local function place(path)
  if others[path] then return others[path] end
  if path == "Sources/SurvivalStatistics" then return "Estimators/index.html" end
  if path:sub(1, #catalogue) == catalogue then
    local inside = path:sub(#catalogue + 1)
    if inside == "Greenwood.md" then return "index.html" end
    if not inside:match("%.") then return inside .. "/index.html" end
    if inside:match("%.md$") then return (inside:gsub("%.md$", ".html")) end
    record("file", path, inside)
    return inside
  end
  record("file", path, "repository/" .. path)
  return "repository/" .. path
end

local function target(link)
  if link == "" or link:match("^#") or link:match("^%a+:") then return link end
  local path, anchor = link:match("^([^#]*)(.*)$")
  return string.rep("../", select(2, address:gsub("/", ""))) .. place(plain(folder(source) .. path)) .. anchor
end

function Meta(meta)
  source, address = pandoc.utils.stringify(meta.source), pandoc.utils.stringify(meta.address)
  catalogue = pandoc.utils.stringify(meta.catalogue) .. "/"
  records = io.open(pandoc.utils.stringify(meta.records), "a")
end

function Link(link) link.target = target(link.target); return link end
function Image(image) image.src = target(image.src); return image end
function Table(element) return pandoc.Div({ element }, { class = "table" }) end

function Pandoc(document)
  local title, headings = nil, 0
  for _, block in ipairs(document.blocks) do
    if block.t == "Header" then
      local text = pandoc.utils.stringify(block)
      if block.level == 1 and not title then
        title = text
        record("page", text, address, "")
      elseif block.level == 2 then
        headings = headings + 1
        record("page", text, address .. "#" .. block.identifier, title or "")
      end
    end
  end
  document.meta.pagetitle = title
  if headings >= 3 then document.meta.contents = true end
  records:close()
  return document
end

return { { Meta = Meta }, { Link = Link, Image = Image, Table = Table }, { Pandoc = Pandoc } }
