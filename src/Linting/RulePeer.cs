namespace Dockerlint.Linting;

/// <summary>Another program with rules for Dockerfiles.</summary>
public enum RulePeer
{
    /// <summary>hadolint.</summary>
    Hadolint,

    /// <summary>The checks of BuildKit.</summary>
    BuildKit,

    /// <summary>Trivy.</summary>
    Trivy,

    /// <summary>Checkov.</summary>
    Checkov,

    /// <summary>Dockle, and the CIS benchmark whose points it names.</summary>
    Dockle,
}
