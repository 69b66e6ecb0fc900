package org.vizgate.benchmarks.jmh;

import java.util.List;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.vizgate.benchmarks.Command;

/** Runs the benchmarks whose names match, all without a name; understands the options of JMH's own command line. */
public final class JmhCommand implements Command {
    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public String usage() {
        return "jmh [REGEX] [OPTIONS OF JMH]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        CommandLineOptions options = new CommandLineOptions(arguments.toArray(String[]::new));
        new Runner(new OptionsBuilder().parent(options).build()).run();
    }
}
