namespace Dockerlint.Verification;

// The looks of the page: those of the page of `dockerlint cache report`.
public static partial class VerificationHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --bg: #f6f7f9; --card: #fff; --ink: #17202b; --soft: #5c6876; --line: #dfe4ea; --accent: #2563a8; --track: #e8ecf1; --base: #9aa7b8; --bad: #b3261e; --warn: #9a5b00; --good: #23752a; --lost: #d9534f }
        @media (prefers-color-scheme: dark) { :root { --bg: #11161d; --card: #1a212b; --ink: #e6ebf1; --soft: #95a2b1; --line: #2c3643; --accent: #76aee8; --track: #28313d; --base: #5d6979; --bad: #ff8a80; --warn: #f5b960; --good: #81c784; --lost: #e57373 } }
        * { box-sizing: border-box } body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
        main { max-width: 1180px; margin: 0 auto; padding: 28px 24px 64px } h1 { font-size: 26px; margin: 0; letter-spacing: -.01em; overflow-wrap: anywhere } h1 code { font-size: .85em }
        h2 { font-size: 18px; margin: 36px 0 12px; overflow-wrap: anywhere } h2 small { color: var(--soft); font-weight: 400; font-size: 14px; margin-left: 8px }
        .sub { color: var(--soft); margin: 4px 0 20px; overflow-wrap: anywhere } code, .code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 12.5px }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px } .tile { padding: 14px 16px } .tile b { display: block; font-size: 26px; line-height: 1.25; letter-spacing: -.02em; font-variant-numeric: tabular-nums } .tile span { color: var(--soft); font-size: 13px }
        table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 7px 12px; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere } tr:first-child > * { border-top: 0 }
        th { color: var(--soft); font-weight: 500; font-size: 13px; white-space: nowrap } .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums } td.line, th.line { width: 52px; color: var(--soft) } .word { white-space: nowrap; width: 1px } th.cause { width: 26% }
        .clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; white-space: pre-wrap; overflow-wrap: anywhere; min-width: 0 }
        .pill { display: inline-block; border-radius: 999px; padding: 0 9px; font-size: 12.5px; color: var(--soft); background: color-mix(in srgb, currentColor 12%, transparent); white-space: nowrap }
        .error, .bad { color: var(--bad) } .warning { color: var(--warn) } .info { color: var(--accent) } .good { color: var(--good) } .soft { color: var(--soft) }
        .whole { display: flex; height: 30px; border-radius: 8px; overflow: hidden; margin-bottom: 12px; background: var(--track) } .whole i { min-width: 1px; border-right: 1px solid var(--bg); background: color-mix(in srgb, var(--accent) var(--shade), var(--card)) } .whole i.base { background: var(--base) }
        td.bars { width: 28% } .bar { display: flex; background: var(--accent); height: 12px; min-width: 2px; border-radius: 3px; margin-top: 4px; overflow: hidden } .bar.base { background: var(--base) } .bar i { background: var(--lost); margin-left: auto }
        .key { color: var(--soft); font-size: 13px; padding: 8px 12px; border-top: 1px solid var(--line) } .key i { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin: 0 5px 0 12px } .key i:first-child { margin-left: 0 }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 0; padding: 14px 16px } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere } pre { margin: 0; padding: 12px 16px; border-top: 1px solid var(--line); background: var(--bg); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 340px; overflow-y: auto }
        ul { margin: 0; padding: 12px 16px 12px 34px } li { overflow-wrap: anywhere } .problem { padding: 14px 16px; border-left: 5px solid var(--bad); margin-bottom: 16px; overflow-wrap: anywhere } .none { padding: 14px 16px }
        @media (max-width: 700px) {
            main { padding: 18px 12px 48px } th { display: none } table, tbody { display: block } tr { display: grid; grid-template-columns: 40px 1fr auto; gap: 2px 8px; padding: 8px 12px; border-top: 1px solid var(--line) } tr:has(th), tr:nth-child(2) { border-top: 0 } tr:has(th) { display: none }
            td { border: 0; padding: 0; min-width: 0 } td.line { width: auto } td.wide { grid-column: 2 / -1 } td.bars { width: auto; grid-column: 2 / -1 } td.spare { display: none } td[data-label]::before { content: attr(data-label) " "; color: var(--soft); font-size: 12.5px } td[data-label] { grid-column: 2 / -1; text-align: left } dl { grid-template-columns: 1fr } dd { margin-bottom: 6px }
        }
        """;
}
