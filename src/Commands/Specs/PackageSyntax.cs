namespace Dockerlint.Commands;

/// <summary>How an operand names a package and its version.</summary>
public enum PackageSyntax
{
    /// <summary>The whole word is the name.</summary>
    Plain,

    /// <summary>name=version, name/suite, name:architecture, ./file.deb, and name- to remove.</summary>
    Apt,

    /// <summary>name=version, name~version, name&lt;version, name@repository, .virtual.</summary>
    Apk,

    /// <summary>name-version-release.architecture, @group, file.rpm, an address.</summary>
    Rpm,

    /// <summary>name=version, name&gt;version, an address or file.</summary>
    Zypper,

    /// <summary>A requirement: name==version, name[extra], name @ address, a path, an address.</summary>
    Pip,

    /// <summary>name=version, name==version, channel::name.</summary>
    Conda,

    /// <summary>name@version, @scope/name@version, a path, an address, owner/repository.</summary>
    Npm,

    /// <summary>name:version, a file.gem.</summary>
    Gem,

    /// <summary>vendor/name:version.</summary>
    Composer,

    /// <summary>path@version, ./path.</summary>
    Go,

    /// <summary>name@version.</summary>
    Cargo,

    /// <summary>name, repository/name, name&gt;=version.</summary>
    Pacman,

    /// <summary>name=version.</summary>
    Equals,

    /// <summary>name==version.</summary>
    DoubleEquals,

    /// <summary>name@version.</summary>
    At,

    /// <summary>name, name@version.</summary>
    Nuget,

    /// <summary>name-version.</summary>
    Dash,
}
