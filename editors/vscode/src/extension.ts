import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { findProgram } from './program';
import { showPage, showMarkdown } from './pages';

const documents = [
    { language: 'dockerfile' }, { language: 'dockercompose' }, { language: 'dockerbake' },
    { scheme: 'file', pattern: '**/{compose,docker-compose}*.{yaml,yml}' }, { scheme: 'file', pattern: '**/*bake*.json' },
    { scheme: 'file', pattern: '**/{.dockerignore,*.dockerignore}' }, { scheme: 'file', pattern: '**/.{dockerlint,hadolint}.{yaml,yml}' },
];

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const output = vscode.window.createOutputChannel('Dockerlint', { log: true });
    const status = vscode.window.createStatusBarItem('dockerlint', vscode.StatusBarAlignment.Right, 10);
    status.name = 'Dockerlint';
    status.command = 'dockerlint.showOutput';
    context.subscriptions.push(output, status);

    async function start(): Promise<void> {
        await client?.stop();
        const program = findProgram(context);
        if (!program) {
            status.text = '$(warning) Dockerlint';
            status.tooltip = 'There is no program dockerlint: install it, or set dockerlint.path.';
            status.show();
            output.appendLine(status.tooltip);
            void vscode.window.showWarningMessage(status.tooltip, 'Open Settings').then(answer => answer
                && vscode.commands.executeCommand('workbench.action.openSettings', 'dockerlint.path'));
            return;
        }

        const server = { command: program, args: ['lsp'], transport: TransportKind.stdio };
        const made = new LanguageClient('dockerlint', 'Dockerlint', server, {
            documentSelector: documents,
            outputChannel: output,
            middleware: {
                // What a lens asks for is a page to be shown.
                executeCommand: async (command, given, next) => {
                    const page = await next(command, given);
                    if (command === 'dockerlint.cacheReport' && page) {
                        showPage(page.title, page.html);
                    }

                    return page;
                },
            },
            initializationOptions: { ...vscode.workspace.getConfiguration('dockerlint') },
        });
        client = made;
        made.onDidChangeState(change => {
            const isRunning = change.newState === State.Running;
            status.text = isRunning ? '$(check) Dockerlint' : change.newState === State.Starting ? '$(sync~spin) Dockerlint' : '$(error) Dockerlint';
            status.tooltip = `${program}\n${isRunning ? 'ready' : 'not running'}`;
            status.show();
        });
        await made.start();
    }

    const current = () => vscode.window.activeTextEditor?.document;
    const send = (command: string, argument: string) =>
        client!.sendRequest<any>('workspace/executeCommand', { command, arguments: [argument] });

    async function attempt(work: () => Promise<unknown>): Promise<void> {
        try {
            if (!client?.isRunning()) {
                await start();
            }

            await work();
        } catch (error) {
            void vscode.window.showWarningMessage(`Dockerlint: ${error instanceof Error ? error.message : error}`);
        }
    }

    const commands: Record<string, (...given: any[]) => Promise<unknown>> = {
        'dockerlint.fixAllInFile': async () => {
            const document = current();
            if (document && !(await send('dockerlint.fixAll', document.uri.toString()))) {
                void vscode.window.setStatusBarMessage('Dockerlint: there is nothing to fix safely', 3000);
            }
        },
        'dockerlint.format': async () => vscode.commands.executeCommand('editor.action.formatDocument'),
        'dockerlint.showCacheReport': async () => {
            const document = current();
            if (document) {
                const page = await vscode.window.withProgress(
                    { location: vscode.ProgressLocation.Notification, title: 'Dockerlint reads the history' },
                    () => send('dockerlint.cacheReport', document.uri.toString()));
                showPage(page.title, page.html);
            }
        },
        'dockerlint.explain': async (given?: string) => {
            const here = vscode.languages.getDiagnostics(current()?.uri ?? vscode.Uri.parse('untitled:'))
                .filter(finding => finding.source === 'dockerlint')
                .map(finding => String(typeof finding.code === 'object' ? finding.code.value : finding.code));
            const code = given ?? await pickRule([...new Set(here)]);
            if (code) {
                const page = await send('dockerlint.explainRule', code);
                await showMarkdown(page.markdown);
            }
        },
        'dockerlint.showOutput': async () => output.show(),
        'dockerlint.restart': async () => start(),
    };
    for (const [name, work] of Object.entries(commands)) {
        context.subscriptions.push(vscode.commands.registerCommand(name, (...given) => attempt(() => work(...given))));
    }

    context.subscriptions.push(vscode.workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration('dockerlint.path')) {
            void attempt(start);
        }
    }));
    context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(() => void attempt(start)));
    await attempt(start);
}

export function deactivate(): Thenable<void> | undefined {
    return client?.stop();
}

async function pickRule(here: string[]): Promise<string | undefined> {
    const other = 'Another rule…';
    const chosen = here.length > 0 ? await vscode.window.showQuickPick([...here, other], { title: 'The rule to explain' }) : other;
    return chosen === other ? vscode.window.showInputBox({ title: 'The code or the name of the rule', placeHolder: 'DL3008' }) : chosen;
}
