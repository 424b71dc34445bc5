using Dockerlint.Fuzz;

if (FuzzOptions.Read(args, out var problem) is not { } options)
{
    Console.Error.WriteLine($"{problem}\n{FuzzOptions.Usage}");
    return 2;
}

if (options.Files.Count > 0)
{
    var checks = new FuzzChecks();
    var failures = 0;
    foreach (var file in options.Files)
    {
        var failure = checks.Check(options.Kind!.Value, File.ReadAllBytes(file));
        Console.WriteLine(failure is null ? $"{file}: nothing wrong" : $"{file}: {failure.Kind}\n{failure.Message}");
        failures += failure is null ? 0 : 1;
    }

    return failures == 0 ? 0 : 1;
}

return options.Worker is null ? new FuzzRun(options).Run() : new FuzzWorker(options).Run();
