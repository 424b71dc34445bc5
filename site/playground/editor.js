import { EditorState, Compartment } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, drawSelection } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { StreamLanguage, syntaxHighlighting, HighlightStyle } from "@codemirror/language";
import { lintGutter, setDiagnostics, lintKeymap } from "@codemirror/lint";
import { dockerFile } from "@codemirror/legacy-modes/mode/dockerfile";
import { tags } from "@lezer/highlight";

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--surface)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--soft)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent-wash) 55%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-wash)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "6px", maxWidth: "min(34rem, 90vw)" },
  ".cm-diagnostic": { padding: ".4rem .7rem", fontFamily: "var(--sans)", whiteSpace: "normal" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--accent-ink)", borderRadius: "4px", padding: ".1rem .5rem", margin: ".3rem .4rem 0 0", marginLeft: "0" },
  ".cm-panel.cm-panel-lint": { backgroundColor: "var(--surface)" },
});
const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-keyword)", fontWeight: "600" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.comment, color: "var(--code-comment)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--code-variable)" },
]);

/** An editor for one of the documents. */
export function open(parent, label, text, { changed, moved, isDockerfile }) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), highlightActiveLineGutter(), highlightActiveLine(), history(), drawSelection(),
        keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]), look, syntaxHighlighting(colours),
        isDockerfile ? [StreamLanguage.define(dockerFile), lintGutter()] : [],
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of(update => {
          if (update.docChanged) changed();
          if (update.selectionSet || update.docChanged) moved?.();
        }),
      ],
    }),
  });
  view.scrollDOM.tabIndex = -1;
  return {
    view,
    get text() { return view.state.doc.toString(); },
    set text(value) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } }); },
    get offset() { return view.state.selection.main.head; },
    select(from, to) {
      const end = view.state.doc.length;
      view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) }, scrollIntoView: true });
      view.focus();
    },
    edit(edits) { view.dispatch({ changes: edits.map(edit => ({ from: edit.from, to: edit.to, insert: edit.text })) }); },
    mark(findings, apply) {
      const end = view.state.doc.length;
      view.dispatch(setDiagnostics(view.state, findings.filter(finding => finding.to <= end).map(finding => ({
        from: finding.from, to: finding.to, severity: finding.severity === "style" ? "hint" : finding.severity,
        message: `${finding.code}: ${finding.message}`,
        actions: finding.fixes.filter(fix => fix.applicability !== "manual").slice(0, 2).map(fix => ({ name: fix.title, apply: () => apply(finding, fix) })),
      }))));
    },
  };
}
