using Dockerlint.Syntax;

namespace Dockerlint.Semantics.Conversion;

/// <summary>Checks what a FROM names.</summary>
internal static class BaseChecks
{
    internal static void Check(FromInstruction from, BaseReference reference, ConversionContext context)
    {
        if (from.Flag("platform") is { ExpandedWord: { } word } flag && context.TryExpandFlag(word, out var platform)
            && platform is not null)
        {
            var span = flag.ValueSpan;
            if (platform.Length == 0)
            {
                if (word.RawText.Length > 0)
                {
                    context.Report(
                        span, $"the platform {word.RawText} is empty: no default gives its variables a value", isConditional: true);
                }
            }
            else if (PlatformSpec.Problem(platform) is { } problem)
            {
                context.Report(span, problem, word.Variables.Any());
            }
        }

        if (!context.TryExpand(from.Image, out var name) || name is null)
        {
            return;
        }

        if (name.Length == 0)
        {
            context.Report(
                from.Image.Span, $"base name ({from.Image.RawText}) is blank: no default gives its variables a value", isConditional: true);
        }
        else if (PodmanSyntax.HasTransport(name) && !context.IsPodman && reference.Kind is BaseKind.Unknown)
        {
            context.Report(from.Image.Span, InvalidReference(name), from.Image.Variables.Any());
        }
        else if (reference.Kind == BaseKind.Invalid)
        {
            context.Report(from.Image.Span, InvalidReference(name), from.Image.Variables.Any());
        }
    }

    internal static string InvalidReference(string name) => PodmanSyntax.HasTransport(name)
        ? $"{name} is known to Podman and Buildah: docker build takes names of images only"
        : name.Any(char.IsAsciiLetterUpper) && ImageReference.TryParse(name.ToLowerInvariant()) is not null
            ? $"invalid image reference {name}: repository names are lower case"
            : $"invalid image reference {name}: expected [registry/]name[:tag][@digest]";
}
