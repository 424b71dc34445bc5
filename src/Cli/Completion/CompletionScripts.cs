namespace Dockerlint.Cli;

/// <summary>The scripts of <c>dockerlint completion</c>. Where we have nothing to say, the shells complete file names.</summary>
internal static class CompletionScripts
{
    internal static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    internal static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => PowerShell,
    };

    private const string Bash =
        """
        # bash completion for dockerlint: source <(dockerlint completion bash)
        _dockerlint() {
            local IFS=$'\n' line=${COMP_LINE:0:COMP_POINT}
            COMPREPLY=($("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2> /dev/null))
        }
        complete -o default -F _dockerlint dockerlint

        """;

    private const string Zsh =
        """
        #compdef dockerlint
        # zsh completion for dockerlint: source <(dockerlint completion zsh)
        _dockerlint() {
            local -a found
            local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
            found=(${(f)"$("${words[1]}" "[suggest:${#line}]" "$line" 2> /dev/null)"})
            if (( ${#found} )); then
                compadd -a found
            else
                _files
            fi
        }
        if [[ $funcstack[1] == _dockerlint ]]; then
            _dockerlint "$@"
        else
            compdef _dockerlint dockerlint
        fi

        """;

    private const string Fish =
        """
        # fish completion for dockerlint: dockerlint completion fish | source
        function __dockerlint_complete
            set -l line (commandline -cp)
            dockerlint "[suggest:"(string length -- "$line")"]" "$line" 2> /dev/null
        end
        complete -c dockerlint -a '(__dockerlint_complete)'

        """;

    private const string PowerShell =
        """
        # PowerShell completion for dockerlint: dockerlint completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName dockerlint -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString()
            $line = $line.PadRight([Math]::Max(0, $cursorPosition - $commandAst.Extent.StartOffset))
            dockerlint "[suggest:$($line.Length)]" $line 2> $null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;
}
