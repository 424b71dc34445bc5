// Formats every file of a folder with formatters of others; what each makes of a file lies in OUT/FORMATTER/PATH, what it refuses in
// OUT/FORMATTER/PATH.refused. Run by eng/compare-formatters, with the packages beside it.
//   node compare-formatters.mjs FOLDER OUT
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(join(process.cwd(), 'package.json'));
const [folder, out] = process.argv.slice(2);

const dockerfmt = await import(require.resolve('@reteps/dockerfmt'));
const dprint = require('@dprint/formatter').createFromBuffer(readFileSync(require('@dprint/dockerfile').getPath()));
const utils = require('dockerfile-utils');
const { TextDocument } = require('vscode-languageserver-textdocument');

// Each with its defaults; four blanks where there is no default.
const formatters = {
    'dockerfmt': text => dockerfmt.formatDockerfileContents(text, { indent: 4, trailingNewline: true, spaceRedirects: false }),
    'dprint': text => dprint.formatText({ filePath: 'Dockerfile', fileText: text }),
    'dockerfile-utils': text => TextDocument.applyEdits(
        TextDocument.create('file:///Dockerfile', 'dockerfile', 1, text), utils.format(text, { insertSpaces: true, tabSize: 4 })),
};

function write(path, text) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
}

// What a formatter prints on its way is not of interest.
console.log = console.error = () => { };
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.parentPath.includes('LICENSES') && entry.name.endsWith('Dockerfile'))
    .map(entry => join(entry.parentPath, entry.name)).sort();
for (const [name, format] of Object.entries(formatters)) {
    for (const file of files) {
        const path = join(out, name, relative(folder, file));
        const text = readFileSync(file, 'latin1');
        try {
            const result = await format(Buffer.from(text, 'latin1').toString('utf8'));
            if (typeof result !== 'string') { throw new Error(String(result)); }
            write(path, result);
        } catch (error) {
            write(path + '.refused', String(error?.message ?? error));
        }
    }
}
process.stdout.write(`${files.length} files\n`);
process.exit(0);
