package org.vizgate.benchmarks.jmh;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.vizgate.benchmarks.command.Command;

/** Runs the benchmarks whose names match, all without a name; understands the options of JMH's own command line. */
public final class JmhCommand implements Command {
    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public String usage() {
        return "jmh [REGEX] [OPTIONS OF JMH]   single steps, and ratios between them; about 8 minutes";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        CommandLineOptions options = new CommandLineOptions(arguments.toArray(String[]::new));
        Map<String, Double> medians = Medians.of(new Runner(new OptionsBuilder()
                        .parent(options)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run());
        System.out.println("\nMedians of all iterations (us, or bytes allocated)");
        medians.forEach((name, median) -> System.out.printf(Locale.ROOT, "%-60s %12.3f%n", name, median));
        System.out.println("\nTargets");
        Target.ALL.forEach(target -> target.line(medians).ifPresent(System.out::println));
    }
}
