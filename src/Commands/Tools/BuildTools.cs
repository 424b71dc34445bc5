using static Dockerlint.Commands.Does;

namespace Dockerlint.Commands;

/// <summary>make(1), cmake(1), ninja(1), configure scripts, gcc(1), clang(1), meson, bazel and their kind.</summary>
public static class BuildTools
{
    /// <summary>make.</summary>
    public static ToolSpec Make => field ?? Keep(ref field, new("make", "-b -m -B|--always-make -C|--directory=@folder -d --debug? -e|"
        + "--environment-overrides -E|--eval= -f|--file|--makefile= -h|--help -i|--ignore-errors -I|--include-dir= -j|--jobs# -k|"
        + "--keep-going -l|--load-average|--max-load# -L|--check-symlink-times -n|--just-print|--dry-run|--recon@dry -o|--old-file|"
        + "--assume-old= -O? --output-sync? -p|--print-data-base -q|--question -r|--no-builtin-rules -R|--no-builtin-variables -s|"
        + "--silent|--quiet@quiet --no-silent -S|--no-keep-going|--stop -t|--touch --trace -v|--version -w|--print-directory "
        + "--no-print-directory -W|--what-if|--new-file|--assume-new= --warn-undefined-variables")
    { Abbreviates = true, Effects = [Compiles, Context], Cost = CostClass.Compile });

    /// <summary>cmake.</summary>
    public static ToolSpec Cmake => field ?? Keep(ref field, new("cmake", """
        -S= -B= -C= -D= -U= -G= -T= -A= --toolchain= --install-prefix= --preset= --list-presets? --fresh -Wdev -Wno-dev -Werror?
        -Wno-error? -Wdeprecated -Wno-deprecated -L -LA -LH -N --graphviz= --system-information? --log-level= --log-context
        --debug-trycompile --debug-output --debug-find --trace --trace-expand --warn-uninitialized --warn-unused-vars
        --no-warn-unused-cli --check-system-vars
        --build= -t|--target+ --config= --clean-first -j|--parallel# -v|--verbose --resolve-package-references= --install= --component=
        --default-directory-permissions= --prefix= --strip --open= -P= -E... --find-package --workflow -h|--help --version
        """)
    {
        Style = ToolStyle.Words,
        Effects = [Context.Without("-E|-P"), Compiles.With("--build"), Writes.From("-B"),
        SetsConfig.Without("--build|--install|-E|-P")],
        Cost = CostClass.Compile
    });

    /// <summary>ctest and cpack.</summary>
    public static ToolSpec Ctest => field ?? Keep(ref field, new("ctest", "-C= --build-config= -V -VV --verbose --output-on-failure -j|"
        + "--parallel# -R= -E= -L= -LE= --test-dir= --timeout= -N -G= -D= --config= -B= --preset= --rerun-failed --repeat= "
        + "-Q")
    { Style = ToolStyle.Words, Effects = [Context], Cost = CostClass.Compile });

    /// <summary>ninja.</summary>
    public static ToolSpec Ninja => field ?? Keep(ref field, new("ninja", "--version -v|--verbose --quiet -C=@folder -f= -j= -k= -l= "
        + "-n@dry -d= -t... -w=")
    { Effects = [Compiles, Context], Cost = CostClass.Compile });

    /// <summary>meson.</summary>
    public static ToolSpec Meson => field ?? Keep(ref field, new("meson", "--prefix= --bindir= --libdir= --sysconfdir= --localstatedir= "
        + "--datadir= --includedir= --mandir= --libexecdir= --buildtype= --backend= --default-library= --strip --unity= --werror "
        + "--wrap-mode= --auto-features= --cross-file= --native-file= -D= -C=@folder --reconfigure --wipe --no-rebuild --destdir= "
        + "--tags= --skip-subprojects -j|--jobs= -v|--verbose -t= --only-changed --quiet --suite= --no-stdsplit --print-errorlogs "
        + "--vsenv --pkg-config-path= --warnlevel= --optimization= --fatal-meson-warnings")
    {
        DefaultVerb = "setup",
        Verbs = [Verb("setup|configure", [Context, SetsConfig]) with { Cost = CostClass.Compile }, Verb("compile|test", [Compiles,
            Context]) with { Cost = CostClass.Compile }, Verb("install|introspect|dist|init|subprojects|subprojects download|wrap|"
            + "rewrite|help|devenv|format", [Context])],
    });

    /// <summary>bazel and bazelisk.</summary>
    public static ToolSpec Bazel => field ?? Keep(ref field, new("bazel", "--output_base= --output_user_root= --bazelrc= --nohome_rc "
        + "--nosystem_rc --batch --host_jvm_args= -c|--compilation_mode= --config= --jobs= -j= --copt= --cxxopt= --linkopt= --define= "
        + "--verbose_failures -k|--keep_going --disk_cache= --remote_cache= --repository_cache= --platforms= --cpu= --test_output= "
        + "--action_env= --curses= --show_progress_rate_limit= --noshow_progress --stamp --spawn_strategy= -s --repo_env= "
        + "--crosstool_top= --local_ram_resources= --local_cpu_resources= --ui_event_filters= --color=")
    {
        Verbs = [Verb("build|test|run|coverage", [Compiles, Context, Network.Maybe()]) with { Cost = CostClass.Compile }, Verb("fetch|"
        + "sync|mod", [Fetches, Network]), Verb("clean|shutdown|info|version|query|cquery|help", "--expunge --output=")]
    });

    /// <summary>
    /// scons, waf, qmake, premake, rake, grunt, gulp, webpack, vite, tsc, ng, task, just: they make what their files say.
    /// </summary>
    public static ToolSpec Runner => field ?? Keep(ref field, new("runner", "-f= -C=@folder -j? -v -q -s -t -k --config= --mode= --prod "
        + "--production --production? -p= --watch --outDir= --outdir= --project= --build -b --env= --verbose --quiet --jobs= --file= "
        + "--target= --silent --configuration= --base-href= --output-path= --base= --help --version")
    {
        Effects = [Compiles, Context],
        Cost = CostClass.Compile
    });

    /// <summary>A configure script, config and Configure of OpenSSL, bootstrap, autogen.sh.</summary>
    public static ToolSpec Configure => field ?? Keep(ref field, new("configure", """
        -h|--help? -V|--version -q|--quiet|--silent --cache-file= -C|--config-cache -n|--no-create --srcdir= --prefix=@target
        --exec-prefix= --bindir= --sbindir= --libexecdir= --sysconfdir= --sharedstatedir= --localstatedir= --runstatedir= --libdir=
        --includedir= --oldincludedir= --datarootdir= --datadir= --infodir= --localedir= --mandir= --docdir= --htmldir= --build= --host=
        --target= --program-prefix=
        --program-suffix= --program-transform-name=
        """)
    { Style = ToolStyle.Words, TakesAnyOption = true, Effects = [Context, SetsConfig], Cost = CostClass.Compile });

    /// <summary>autoconf, automake, autoreconf, aclocal, libtoolize.</summary>
    public static ToolSpec Autotools => field ?? Keep(ref field, new("autoreconf", "-v|--verbose -d|--debug -f|--force -i|--install -s|"
        + "--symlink -m|--make -W|--warnings= -B|--prepend-include= -I|--include= -a|--add-missing -c|--copy --foreign --gnu --no-force "
        + "-o|--output= --no-recursive -q|--quiet --automake --ltdl --force-missing")
    {
        Effects = [Context, Writes.At(".")],
        Cost = CostClass.Compile
    });

    /// <summary>gcc, g++, clang, cc and their kind.</summary>
    public static ToolSpec Gcc => field ?? Keep(ref field, new("gcc", """
        -o=@output -c -S -E -O? -g? -W? -w -f? -m? -D= -U= -I= -L= -l= -x= -std? --std? -include= -isystem= -idirafter= -iquote=
        -isysroot= -imacros= -iprefix= -iwithprefix= -MF= -MT= -MQ= -MD -MMD -M -MM -MP -MG -Xlinker= -Xassembler= -Xpreprocessor=
        -Xclang= -T= -u= -z= -aux-info= -dumpbase= -B= -V= -b= -e= -h=
        -static -shared -pie -no-pie -nostdlib -nostdinc -nodefaultlibs -nostartfiles -pthread -rdynamic -s -v -pipe -pedantic
        -pedantic-errors -ansi -P -C -print-prog-name= -print-file-name= -print-sysroot -print-multi-lib -print-multiarch
        -print-search-dirs -dumpversion -dumpmachine -dumpfullversion -dumpspecs -save-temps? -specs= --specs= --param= -target=
        --target= --sysroot= -arch= -mllvm= -framework= --version --help? -Q -p -pg -coverage --coverage -rpath= -fuse-ld=
        -ftest-coverage
        """)
    { Style = ToolStyle.Words, HasNumberedNames = true, Effects = [Compiles, Reads.Of(), Writes.From("-o")], Cost = CostClass.Compile });

    /// <summary>ld, as, nasm, protoc: they take files and write one.</summary>
    public static ToolSpec Assembler => field ?? Keep(ref field, new("nasm", "-o=@output -f= -F= -I= -g -O? -D= -v -l= -L= -T= -m= -e= "
        + "--proto_path= --plugin=")
    {
        Style = ToolStyle.Words,
        Effects = [Compiles, Reads.Of(), Writes.From("-o")],
        Cost = CostClass.Compile
    });

    /// <summary>protoc.</summary>
    public static ToolSpec Protoc => field ?? Keep(ref field, new("protoc", "-I= --proto_path= --plugin= --descriptor_set_out= "
        + "--descriptor_set_in= --include_imports --include_source_info --go_out= --go-grpc_out= --go_opt= --go-grpc_opt= --python_out= "
        + "--doc_out= --doc_opt= --grpc-gateway_out= --swagger_out= --cpp_out= --java_out= --js_out= --grpc_out= --csharp_out= "
        + "--php_out= --ruby_out= --rust_out= --version -h")
    {
        Style = ToolStyle.Words,
        Effects = [Compiles, Reads.Of()],
        Cost = CostClass.Compile
    });

    /// <summary>pkg-config, pkgconf, llvm-config, python3-config.</summary>
    public static ToolSpec PkgConfig => field ?? Keep(ref field, new("pkg-config", "--cflags --cflags-only-I --libs --libs-only-l "
        + "--libs-only-L --static --exists --modversion --variable= --define-variable= --print-errors --short-errors --silence-errors "
        + "--atleast-version= --exact-version= --max-version= --list-all --print-requires --keep-system-cflags --bindir --libdir "
        + "--version --prefix --includedir --host-target --ldflags --cxxflags --cppflags")
    {
        Effects = [Prints, Tests],
        Cost = CostClass.Trivial
    });
}
