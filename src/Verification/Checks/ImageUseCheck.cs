using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Whether what the configuration names is in the image and fit for its user: the program, the directories.</summary>
internal sealed class ImageUseCheck(ImageConfig config, ImageTree tree, FindingList findings)
{
    private const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private readonly ImageUser _user = ImageUser.Of(config, tree);

    internal void Run()
    {
        CheckProgram();
        CheckWorkingDirectory();
        foreach (var volume in config.Volumes)
        {
            CheckVolume(volume);
        }

        if (config.Arguments.Count > 0)
        {
            findings.KeepUnlessFound(VerificationRules.CommandMissing, $"{config.Arguments[0]} is in the image and executable for {Who()}");
        }

        if (config.WorkingDirectory is { Length: > 1 } directory)
        {
            findings.KeepUnlessFound(VerificationRules.DirectoryUnusable, $"{Who()} may enter the working directory {directory}");
        }

        if (config.Volumes.Count > 0)
        {
            findings.KeepUnlessFound(
                VerificationRules.VolumeUnusable, $"{Who()} may write to the volumes {FindingList.Some([.. config.Volumes])}");
        }
    }

    private void CheckProgram()
    {
        if (config.Arguments is not [{ Length: > 0 } program, ..])
        {
            return;
        }

        var place = config.Entrypoint.Count > 0 ? findings.Responsible<EntrypointInstruction>() : findings.Responsible<CmdInstruction>();
        var found = Candidates(program).Select(path => (Path: path, File: tree.Find(path)))
            .FirstOrDefault(candidate => candidate.File is { Kind: ImageFileKind.File });
        var what = IsShellForm(place) ? $"{program}, which the shell form needs," : program;
        if (found.File is not { } file)
        {
            findings.Add(VerificationRules.CommandMissing, place, program.Contains('/', StringComparison.Ordinal)
                ? $"{what} is not in the image"
                : $"{what} is in no directory of PATH in the image");
        }
        else if (!_user.May(file, 1))
        {
            findings.Add(VerificationRules.CommandMissing, place,
                $"{found.Path} is not executable for {Who()} (mode {Convert.ToString(file.Mode, 8)})");
        }
        else if (file.Interpreter is { Length: > 0 } interpreter && tree.Find(interpreter) is not { Kind: ImageFileKind.File })
        {
            var hint = interpreter.EndsWith('\r') ? "; its first line ends with a carriage return" : "";
            findings.Add(VerificationRules.CommandMissing, place,
                $"{found.Path} is a script for {interpreter.TrimEnd('\r')}, which is not in the image{hint}");
        }
    }

    private static bool IsShellForm(InstructionSyntax place) => place is CommandInstruction { Command: ShellFormSyntax };

    private IEnumerable<string> Candidates(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return [program.StartsWith('/') ? program : ContextPath.Clean($"/{config.WorkingDirectory}/{program}")];
        }

        var path = config.Environment.FirstOrDefault(pair => pair.StartsWith("PATH=", StringComparison.Ordinal))?["PATH=".Length..]
            ?? DefaultPath;
        return path.Split(':', StringSplitOptions.RemoveEmptyEntries).Select(directory => $"{directory}/{program}");
    }

    private void CheckWorkingDirectory()
    {
        if (config.WorkingDirectory is not { Length: > 0 } directory || directory == "/")
        {
            return;
        }

        var place = findings.Responsible<WorkdirInstruction>();
        if (tree.Find(directory) is not { } file)
        {
            findings.Add(VerificationRules.DirectoryUnusable, place, $"the working directory {directory} is not in the image");
        }
        else if (file.Kind != ImageFileKind.Directory)
        {
            findings.Add(VerificationRules.DirectoryUnusable, place, $"the working directory {directory} is no directory");
        }
        else if (!_user.May(file, 1))
        {
            findings.Add(VerificationRules.DirectoryUnusable, place, $"{Who()} may not enter the working directory {directory} "
                + $"({Rights(file)})");
        }
    }

    private void CheckVolume(string volume)
    {
        var place = findings.Instructions.OfType<VolumeInstruction>().FirstOrDefault(instruction => instruction.Arguments.Contains(volume))
            ?? findings.Responsible<VolumeInstruction>();
        var file = tree.Find(volume);
        if (file is { Kind: not ImageFileKind.Directory })
        {
            findings.Add(VerificationRules.VolumeUnusable, place, $"the volume {volume} is no directory in the image");
        }
        else if (_user.Id is not (null or 0) && (file is null || !_user.May(file, 2)))
        {
            findings.Add(VerificationRules.VolumeUnusable, place, file is null
                ? $"{Who()} may not write to the volume {volume}: it is not in the image, so it belongs to root"
                : $"{Who()} may not write to the volume {volume} ({Rights(file)})");
        }
    }

    private string Who() => config.User.Length == 0 ? "root" : $"user {config.User}";

    private static string Rights(ImageFile file) => $"mode {Convert.ToString(file.Mode, 8)}, owner {file.UserId}:{file.GroupId}";
}
