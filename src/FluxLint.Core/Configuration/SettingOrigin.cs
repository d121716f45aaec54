namespace FluxLint.Configuration;

/// <summary>Who decides a setting.</summary>
internal enum SettingOrigin
{
    /// <summary>Nobody: it is what holds without any configuration.</summary>
    Default,

    /// <summary>The preset.</summary>
    Preset,

    /// <summary>A file.</summary>
    File,

    /// <summary>Whoever started the lint.</summary>
    CommandLine,
}
