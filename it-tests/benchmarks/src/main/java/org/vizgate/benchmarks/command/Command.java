package org.vizgate.benchmarks.command;

import java.util.List;

/** Something that can be measured by one command. */
public interface Command {
    /** The word that asks for it. */
    String name();

    /** One line: the word, its arguments, and how long it takes. */
    String usage();

    /** Measures, and prints what came out. */
    void run(List<String> arguments) throws Exception;
}
