using Dockerlint.Semantics.Context;

namespace Dockerlint.Rules;

/// <summary>What the installation of a project's dependencies has to do with files beside its manifests.</summary>
/// <param name="AlsoRead">Files and folders that it reads where they are.</param>
/// <param name="Suspicious">Words in a manifest that may lead to other files.</param>
/// <param name="Written">Files and folders that it writes beside the manifests.</param>
internal sealed record EcosystemFiles(IReadOnlyList<string> AlsoRead, IReadOnlyList<string> Suspicious, IReadOnlyList<string> Written)
{
    private static readonly Dictionary<string, EcosystemFiles> s_ecosystems = new(StringComparer.Ordinal)
    {
        ["pip"] = new(["pip.conf"], [], [".venv", "venv"]),
        ["npm"] = new([".npmrc", "npm-shrinkwrap.json", "binding.gyp", "patches"], NodeWords, ["node_modules"]),
        ["yarn"] = new([".npmrc", ".yarnrc", ".yarnrc.yml", ".yarn", ".pnp.cjs", "binding.gyp", "patches"], NodeWords, ["node_modules"]),
        ["pnpm"] = new([".npmrc", "pnpm-workspace.yaml", ".pnpmfile.cjs", "binding.gyp", "patches"], NodeWords, ["node_modules"]),
        ["bun"] = new([".npmrc", "bunfig.toml", "patches"], NodeWords, ["node_modules"]),
        ["Go"] = new(["go.work", "vendor"], ["=> .", "=>.", "=> /"], []),
        ["Cargo"] = new([".cargo", "rust-toolchain", "rust-toolchain.toml"],
            ["[workspace", "path ", "path=", "[[bin]]", "[[example]]", "[[bench]]", "[lib]"], ["target"]),
        ["Maven"] = new(["settings.xml", ".mvn"],
            ["<modules>", "<module>", "<relativePath>", "<systemPath>", "<parent>", "${basedir}", "${project.basedir}"], ["target"]),
        ["Gradle"] = new(["buildSrc", "gradle/libs.versions.toml", "gradle.lockfile"],
            ["include(", "include ", "includeBuild", "apply from", "apply(from", "files(", "fileTree(", "project("], ["build", ".gradle"]),
        [".NET"] = new(
            ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "nuget.config", "NuGet.Config", "NuGet.config",
            "global.json", "packages.lock.json"],
            ["ProjectReference", "<Import", "HintPath", "Exists("], ["bin", "obj"]),
        ["Bundler"] = new(
            [".bundle"], ["path:", ":path", "path ", "gemspec", "eval_gemfile", "require_relative", "File.", "file:"], ["vendor/bundle"]),
        ["Composer"] = new(["auth.json"], ["\"path\"", "\"patches\"", "\"artifact\"", "\"merge-plugin\""], ["vendor"]),
        ["Poetry"] = new(["poetry.toml"], ["path =", "path=", "file:", "[tool.poetry.build]"], [".venv"]),
        ["uv"] = new(["uv.toml", ".python-version"], ["path =", "path=", "workspace", "editable", "file:"], [".venv"]),
        ["Pipenv"] = new([], ["path =", "path=", "editable", "file ="], [".venv"]),
        ["package list"] = new([], [], []),
    };

    private static string[] NodeWords =>
    [
        "\"preinstall\"", "\"install\"", "\"postinstall\"", "\"prepublish\"", "\"preprepare\"", "\"prepare\"", "\"postprepare\"",
        "\"workspaces\"", "\"file:", "\"link:", "\"portal:", "\"workspace:",
        "\"patch:", "\"./", "\"../", "\"patchedDependencies\"",
    ];

    /// <summary>Those of an ecosystem; null when they are not known.</summary>
    internal static EcosystemFiles? Of(string ecosystem) => s_ecosystems.GetValueOrDefault(ecosystem);

    /// <summary>Whether a folder of the context holds more that an installation reads than its manifests, or what it writes.</summary>
    /// <param name="install">The installation.</param>
    /// <param name="folder">The folder of the context that lies where it runs.</param>
    /// <param name="exists">Whether a path is in the context.</param>
    internal static bool IsMixed(DependencyInstall install, string folder, Func<string, bool> exists) => Of(install.Ecosystem) is { } files
        && (files.AlsoRead.Any(name => exists(ContextPath.Join(folder, name))
            && !install.ManifestFolders.Any(below => name == below || name.StartsWith(below + "/", StringComparison.Ordinal)))
            || files.Written.Any(name => exists(ContextPath.Join(folder, name))));
}
