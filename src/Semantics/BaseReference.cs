namespace Dockerlint.Semantics;

/// <summary>What a FROM, a COPY --from or a mount names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The name after expansion; null when it is not known.</param>
/// <param name="Stage">The stage, for <see cref="BaseKind.Stage"/>.</param>
/// <param name="Image">The reference, for <see cref="BaseKind.Image"/>.</param>
public sealed record BaseReference(BaseKind Kind, string? Text, Stage? Stage = null, ImageReference? Image = null);
