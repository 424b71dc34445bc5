cd /work/wt/commands && /work/wt/slot dotnet build tests/Commands.Tests -c Release 2>&1 | grep -E "error|rror\(s\)" | sort -u | head -20
