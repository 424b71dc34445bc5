namespace Dockerlint.Fuzz;

/// <summary>Does with an input what the program would, and looks whether what must hold does. One thread at a time.</summary>
public interface IFuzzCheck
{
    /// <summary>What is wrong; null when nothing is. May throw, which is wrong too.</summary>
    FuzzFailure? Check(byte[] input);
}
