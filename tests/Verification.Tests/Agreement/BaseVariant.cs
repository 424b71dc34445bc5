namespace Dockerlint.Tests;

/// <summary>What the base image of a draft is.</summary>
internal enum BaseVariant
{
    /// <summary>Files only.</summary>
    Plain,

    /// <summary>The same layers with a configuration of its own.</summary>
    Configured,

    /// <summary>Other layers.</summary>
    Other,

    /// <summary>The same layers with triggers.</summary>
    Triggering,
}
