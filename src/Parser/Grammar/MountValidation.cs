using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Checks of a <c>RUN --mount</c> that need no values: the engine makes the others when it converts the instruction.</summary>
internal static class MountValidation
{
    internal static void Validate(MountSyntax mount, List<SyntaxError> errors)
    {
        if (mount.Problem is { } problem)
        {
            errors.Add(new SyntaxError(mount.ProblemSpan, problem));
        }

        foreach (var option in mount.Options)
        {
            if (option is { Key: "from", Value: { } from, ValueSpan: { } span } && from.Contains('$', StringComparison.Ordinal))
            {
                errors.Add(new SyntaxError(span, "mount key from takes no variables: give the image a stage of its own with FROM, and "
                    + "name that stage"));
            }
        }
    }
}
