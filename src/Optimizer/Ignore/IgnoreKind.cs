namespace Dockerlint.Optimizer;

/// <summary>A kind of files that builds mostly do not need.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Patterns">Where they lie, as in .dockerignore.</param>
/// <param name="Tools">Words of a command that works with them.</param>
internal sealed record IgnoreKind(string Title, string[] Patterns, string[] Tools)
{
    /// <summary>All kinds, the dearest first: git's own folder changes with every commit.</summary>
    internal static IReadOnlyList<IgnoreKind> All { get; } =
    [
        new("git's own folder", [".git"],
            ["git", "setuptools_scm", "setuptools-scm", "hatch-vcs", "versioneer", "pbr", "vergen", "gitversion", "minver", "nbgv",
                "goreleaser", "go"]),
        new("what describes builds", ["Dockerfile*", "**/*.Dockerfile", ".dockerignore", "**/*.dockerignore", "docker-compose*",
            "compose*.yml", "compose*.yaml", "docker-bake*"], ["docker", "docker-compose", "hadolint"]),
        new("the setup of build servers and editors", [".github", ".gitlab", ".gitlab-ci.yml", ".circleci", ".travis.yml",
            "azure-pipelines.yml", "Jenkinsfile", ".drone.yml", ".woodpecker*", ".gitea", ".forgejo", "appveyor.yml",
            ".pre-commit-config.yaml",
            ".gitignore", ".gitattributes", ".editorconfig", ".vscode", ".idea", ".devcontainer", "renovate.json*", ".renovaterc*",
            "dependabot.yml", "CODEOWNERS", "codecov.yml", ".codecov.yml", ".mailmap"], ["pre-commit", "act"]),
        new("documentation", ["*.md", "**/*.md", "docs", "doc", "documentation", "CHANGELOG*", "CONTRIBUTING*", "AUTHORS*", "mkdocs.yml"],
            ["mkdocs", "sphinx-build", "docusaurus", "vitepress", "mdbook", "typedoc"]),
        new("tests", ["test", "tests", "e2e", "cypress", "**/__tests__", "**/*_test.go", "**/*.test.*", "**/*.spec.*"],
            ["test", "tests", "pytest", "jest", "vitest", "tox", "nox", "playwright", "cypress", "rspec", "phpunit", "lint", "tsc", "vet"]),
    ];
}
