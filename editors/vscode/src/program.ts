import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';

/** The program: what the setting names, what the package brings, or what is on PATH. Undefined when there is none. */
export function findProgram(context: vscode.ExtensionContext): string | undefined {
    const name = process.platform === 'win32' ? 'dockerlint.exe' : 'dockerlint';
    const set = vscode.workspace.getConfiguration('dockerlint').get<string>('path');
    if (set) {
        return set;
    }

    const bundled = context.asAbsolutePath(path.join('bin', name));
    const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute).map(folder => path.join(folder, name));
    return [bundled, ...onPath].find(isProgram);
}

function isProgram(file: string): boolean {
    try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
    } catch {
        return false;
    }
}
