using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Semantics.Conversion;

/// <summary>The values in force where an instruction is converted, and where its errors go.</summary>
/// <param name="lookup">What is known of a variable.</param>
/// <param name="workdir">The working folder; null when it is not known.</param>
/// <param name="errors">Where errors go.</param>
/// <param name="place">Where to report, instead of the place itself: the FROM that fires a trigger of another stage.</param>
internal sealed class ConversionContext(Func<string, VariableValue> lookup, string? workdir, List<SyntaxError> errors, TextSpan? place)
{
    internal List<SyntaxError> Errors => errors;

    /// <summary>Whether Podman or Buildah builds the file.</summary>
    internal bool IsPodman { get; init; }

    /// <summary>Reports an error; false, so that a check can return it.</summary>
    internal bool Report(TextSpan span, string message, bool isConditional = false)
    {
        errors.Add((place is { } from ? new SyntaxError(from, $"an ONBUILD trigger of the base fails: {message}")
            : new SyntaxError(span, message)) with
        {
            IsConditional = isConditional,
        });
        return false;
    }

    /// <summary>
    /// Expands a word: its value, or null when that is not known; false, with the error reported, when it cannot be expanded.
    /// </summary>
    internal bool TryExpand(WordSyntax word, out string? value)
    {
        value = WordExpander.Expand(word, lookup, out var problem);
        return problem is null || Report(word.Span, problem);
    }

    /// <summary>As <see cref="TryExpand"/>, for the value of a flag, whose syntax nobody has looked at yet.</summary>
    internal bool TryExpandFlag(WordSyntax word, out string? value)
    {
        value = null;
        return word.FirstError is { } error ? Report(error.Span, error.Message) : TryExpand(word, out value);
    }

    /// <summary>Whether a path, joined to the working folder, is certainly the root.</summary>
    internal bool IsRoot(string path)
    {
        if (!path.StartsWith('/'))
        {
            if (workdir is null)
            {
                return false;
            }

            path = workdir + "/" + path;
        }

        var depth = 0;
        foreach (var part in path.Split('/'))
        {
            depth = part switch
            {
                "" or "." => depth,
                ".." => Math.Max(0, depth - 1),
                _ => depth + 1,
            };
        }

        return depth == 0;
    }
}
