using System.CommandLine;
using Dockerlint.Text;

namespace Dockerlint.Cli;

/// <summary>Options that take one of several words.</summary>
internal static class OptionChoices
{
    /// <summary>Lets an option take these words only; another one is told with the nearest of them. Shells complete them.</summary>
    internal static void TakeOneOf(this Option option, IReadOnlyList<string> words)
    {
        option.CompletionSources.Add([.. words]);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !words.Contains(token.Value)))
            {
                result.AddError($"{option.Name} takes {(Spelling.Nearest(token.Value, words) is { } near
                    ? $"no {token.Value}, did you mean {near}?"
                    : $"one of {string.Join(", ", words)}, not {token.Value}")}");
            }
        });
    }
}
