-- Drives dockerlint lsp in Neovim: SERVER='dockerlint lsp' nvim --headless --clean -n -i NONE -c 'luafile check-nvim.lua' FILE
-- Works with 0.7, the oldest Neovim that distributions still have. Ends with exit code 1 at the first thing that is not as it should be.
local function out(text) io.stdout:write(text .. '\n') end
local function fail(text) out('FAIL ' .. text); vim.cmd('cquit 1') end
local function main()
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = 'dockerfile'
  local root = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':h')
  local code
  local id = vim.lsp.start_client({
    name = 'dockerlint', cmd = vim.split(vim.env.SERVER, ' '), root_dir = root,
    on_exit = function(exit) code = exit end,
  })
  if not id then fail('no client') end
  vim.lsp.buf_attach_client(buffer, id)
  local client = vim.lsp.get_client_by_id(id)
  local function has(rule)
    for _, d in ipairs(vim.diagnostic.get(buffer)) do
      if (d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)) == rule then return d end
    end
  end
  if not vim.wait(20000, function() return has('DL4000') end, 20) then fail('no diagnostics') end
  local function request(method, params)
    local answer, problem = client.request_sync(method, params, 20000, buffer)
    if not answer or answer.err then fail(method .. ' ' .. vim.inspect(problem or answer.err)) end
    return answer.result
  end
  local document = vim.lsp.util.make_text_document_params(buffer)
  local hover = request('textDocument/hover', { textDocument = document, position = { line = 0, character = 1 } })
  if not vim.inspect(hover):find('Begins a stage') then fail('hover: ' .. vim.inspect(hover)) end

  -- The fix that is preferred, applied as the editor does it.
  local finding = has('DL3014')
  local range = { start = { line = finding.lnum, character = finding.col }, ['end'] = { line = finding.end_lnum, character = finding.end_col } }
  local actions = request('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = {} } })
  local preferred
  for _, action in ipairs(actions) do if action.isPreferred then preferred = preferred or action end end
  if not preferred then fail('no preferred action: ' .. vim.inspect(actions)) end
  vim.lsp.util.apply_workspace_edit(preferred.edit, client.offset_encoding)
  if not table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n'):find('install %-y') then fail('the fix was not applied') end
  if not vim.wait(20000, function() return not has('DL3014') end, 20) then fail('the finding stays behind the fix') end

  if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync(nil, 20000) end
  local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
  if not text:find('\nENV A=1') then fail('not formatted: ' .. text) end
  local lenses = request('textDocument/codeLens', { textDocument = document })
  if type(lenses) ~= 'table' then fail('no lenses') end
  local renamed = request('textDocument/rename', { textDocument = document, position = { line = 0, character = 18 }, newName = 'made' })
  vim.lsp.util.apply_workspace_edit(renamed, client.offset_encoding)
  text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
  if not (text:find('AS made') and text:find('from=made')) then fail('not renamed: ' .. text) end
  vim.lsp.stop_client(id)
  if not vim.wait(10000, function() return code ~= nil end, 20) then fail('the server did not end') end
  if code ~= 0 then fail('exit code ' .. code) end
  out('ok')
end
local ok, problem = xpcall(main, debug.traceback)
if not ok then fail(problem) end
vim.cmd('qall!')
