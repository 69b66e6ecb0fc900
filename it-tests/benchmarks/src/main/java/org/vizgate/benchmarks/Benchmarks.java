package org.vizgate.benchmarks;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.vizgate.benchmarks.command.Command;
import org.vizgate.benchmarks.jmh.JmhCommand;
import org.vizgate.benchmarks.jmh.TurnsCommand;
import org.vizgate.benchmarks.load.DeployCommand;
import org.vizgate.benchmarks.load.FloodCommand;
import org.vizgate.benchmarks.load.LoadCommand;
import org.vizgate.benchmarks.load.MemoryCommand;
import org.vizgate.benchmarks.load.SignInCommand;

/** The program: {@code java -jar vizgate-benchmarks.jar COMMAND [ARGUMENTS]}. */
public final class Benchmarks {
    private static final List<Command> COMMANDS = List.of(
            new JmhCommand(),
            new TurnsCommand(),
            new LoadCommand(),
            new FloodCommand(),
            new MemoryCommand(),
            new DeployCommand(),
            new SignInCommand());

    private Benchmarks() {}

    /** @param args the name of a command, and what it is to do */
    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        Command command = words.isEmpty() ? null : named(words.get(0));
        if (command == null) {
            COMMANDS.forEach(known -> System.out.println(known.usage()));
            System.exit(2);
        } else {
            command.run(words.subList(1, words.size()));
        }
    }

    private static @Nullable Command named(String name) {
        return COMMANDS.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
