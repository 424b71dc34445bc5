using Xunit;

namespace Dockerlint.Tests;

public sealed class DeviceAskedInBuildTests
{
    [Theory]
    [InlineData("FROM a:1\nRUN [|nvidia-smi|] && [|/opt/rocm/bin/rocminfo|]\nRUN [|nvidia-smi|] -L || true\n")]
    [InlineData("FROM a:1\nRUN python3 -c [|'import torch; print(torch.cuda.is_available())'|]\n"
        + "RUN [\"python\", \"-c\", \"[|import tensorflow as tf; tf.config.list_physical_devices()|]\"]\n")]
    [InlineData("FROM a:1\nRUN if command -v nvidia-smi; then nvidia-smi; fi\nCMD [\"nvidia-smi\"]\nHEALTHCHECK CMD nvidia-smi\n"
        + "RUN python -c 'import torch; print(torch.version)'\nRUN apt-get install -y nvidia-smi\n")]
    public void The_offence_is_found_where_it_stands(string marked) => MarkedCase.Check("DK6037", marked);
}
