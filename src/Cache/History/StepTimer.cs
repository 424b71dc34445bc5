namespace Dockerlint.Cache;

/// <summary>Says how long a step takes when it is done again.</summary>
/// <param name="plan">The plan of the step.</param>
/// <param name="step">The step.</param>
public delegate StepTime StepTimer(LayerPlan plan, LayerStep step);
