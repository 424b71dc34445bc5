using System.Text.Json;

namespace Dockerlint.Cli;

/// <summary>
/// <c>docker lint</c>: the program under the name <c>docker-lint</c> in a folder for plugins of the Docker CLI. It asks a plugin what it
/// is, and then runs it with its own name as the first argument.
/// </summary>
internal static class DockerPlugin
{
    private const string ProgramName = "docker-lint";
    private const string Question = "docker-cli-plugin-metadata";

    /// <summary>Whether the arguments ask for what a plugin is.</summary>
    internal static bool IsAsked(string[] arguments) => arguments is [Question];

    /// <summary>What it is, as the Docker CLI reads it.</summary>
    internal static int Answer()
    {
        using var output = new StandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("SchemaVersion", "0.1.0");
        json.WriteString("Vendor", "Dockerlint");
        json.WriteString("Version", ProgramVersion.Short);
        json.WriteString("ShortDescription", "Lint, fix and format Dockerfiles");
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
        return ExitCode.Clean;
    }

    /// <summary>The arguments as dockerlint takes them: of <c>docker lint fmt .</c> those behind lint.</summary>
    /// <param name="program">The name the program was started by.</param>
    /// <param name="arguments">The arguments.</param>
    internal static string[] Own(string? program, string[] arguments) =>
        Path.GetFileNameWithoutExtension(program) == ProgramName && arguments is ["lint", .. var rest] ? rest : arguments;
}
