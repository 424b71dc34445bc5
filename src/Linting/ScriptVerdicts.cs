namespace Dockerlint.Linting;

/// <summary>What becomes of the findings of a linter of shell scripts.</summary>
public enum ScriptVerdicts
{
    /// <summary>Told at their very place, with fixes.</summary>
    InPlace,

    /// <summary>As hadolint tells them: one a line, at the RUN, without fixes, about the script as hadolint cuts it out.</summary>
    AsHadolint,

    /// <summary>Not asked for.</summary>
    None,
}
