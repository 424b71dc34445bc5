namespace Dockerlint.Rules;

/// <summary>What a mode in symbols, as chmod takes it, makes of a plain file.</summary>
internal static class SymbolicMode
{
    private const int PlainFile = 0b110_100_100;

    /// <summary>The octal mode; null when the text is no such mode, or depends on more than the mode before.</summary>
    internal static string? OfPlainFile(string text)
    {
        var mode = PlainFile;
        foreach (var clause in text.Split(','))
        {
            var sign = clause.AsSpan().IndexOfAny('+', '-', '=');
            if (sign < 0 || sign == clause.Length - 1)
            {
                return null;
            }

            var who = 0;
            foreach (var c in clause.AsSpan(0, sign))
            {
                who |= c switch { 'u' => 0b111_000_000, 'g' => 0b000_111_000, 'o' => 0b000_000_111, 'a' => 0b111_111_111, _ => -1 };
            }

            var bits = 0;
            foreach (var c in clause.AsSpan(sign + 1))
            {
                bits |= c switch { 'r' => 0b100_100_100, 'w' => 0b010_010_010, 'x' => 0b001_001_001, _ => -1 };
            }

            // Without a letter for whom, the mask of the shell keeps the write bits of others out.
            if (who < 0 || bits < 0 || (sign == 0 && (bits & 0b010_010_010) != 0))
            {
                return null;
            }

            who = sign == 0 ? 0b111_111_111 : who;
            mode = clause[sign] switch
            {
                '+' => mode | (bits & who),
                '-' => mode & ~(bits & who),
                _ => (mode & ~who) | (bits & who),
            };
        }

        return mode == PlainFile ? null : Convert.ToString(mode, 8).PadLeft(3, '0');
    }
}
