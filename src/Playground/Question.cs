namespace Dockerlint.Playground;

/// <summary>What the page asks: the three documents as they stand in its editors, and what is set beside them.</summary>
/// <param name="Text">The Dockerfile.</param>
internal sealed record Question(string Text)
{
    /// <summary>The .dockerignore file; null when there is none.</summary>
    public string? Ignore { get; init; }

    /// <summary>
    /// The files of a made-up build context, one a line: <c>path</c>, <c>path:bytes</c>, <c>folder/</c> or <c>link-&gt;target</c>. Null or
    /// blank when nothing is known of a context.
    /// </summary>
    public string? Files { get; init; }

    /// <summary>The profile by its name.</summary>
    public string Profile { get; init; } = "default";

    /// <summary>Findings below this severity are left out; null for none.</summary>
    public string? LeastSeverity { get; init; }

    /// <summary>The least sure findings that are wanted; null for what the profile wants.</summary>
    public string? Confidence { get; init; }

    /// <summary>Whether hadolint's verdict is wanted beside ours.</summary>
    public bool ComparesHadolint { get; init; }

    /// <summary>Whether unsafe fixes are wanted too.</summary>
    public bool IsBold { get; init; }

    /// <summary>Where the cursor is, as an offset in the Dockerfile.</summary>
    public int Offset { get; init; }

    /// <summary>The files that are touched in thought.</summary>
    public string[] Touched { get; init; } = [];

    /// <summary>Build arguments that have another value than before.</summary>
    public Dictionary<string, string> Arguments { get; init; } = [];

    /// <summary>What is found of the build before: <c>warm</c>, <c>none</c>, <c>min</c> or <c>max</c>.</summary>
    public string Reach { get; init; } = "warm";

    /// <summary>The stage to build; null for the last one.</summary>
    public string? Target { get; init; }
}
