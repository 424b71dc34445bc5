import * as vscode from 'vscode';

/** Shows the page about the cache. It has its own script and no network, which the policy holds it to. */
export function showPage(title: string, html: string): void {
    const panel = vscode.window.createWebviewPanel('dockerlint.cacheReport', title, vscode.ViewColumn.Beside, { enableScripts: true });
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; `
        + `script-src 'unsafe-inline'; img-src data:;">`;
    panel.webview.html = html.replace('<head>', `<head>${policy}`);
}

/** Shows a text in Markdown, laid out. */
export async function showMarkdown(markdown: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: markdown });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', document.uri);
}
