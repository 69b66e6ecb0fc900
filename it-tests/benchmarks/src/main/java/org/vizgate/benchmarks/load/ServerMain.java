package org.vizgate.benchmarks.load;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.logging.Level;
import java.util.logging.Logger;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The process of a server: {@code KIND plain|gate PORT}. Says its address, and how full its heap is when asked. */
final class ServerMain {
    private static final Logger QUIET = Logger.getLogger("");
    private static final int COLLECTIONS = 4;

    private ServerMain() {}

    public static void main(String[] args) throws Exception {
        QUIET.setLevel(Level.SEVERE);
        int port = ServerKind.valueOf(args[0]).start(args[1].equals("gate"), Integer.parseInt(args[2]));
        System.out.println("http://127.0.0.1:" + port);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (questions.readLine() != null) {
            System.out.println(usedHeap());
        }
        System.exit(0);
    }

    /** After full collections: what is reachable. */
    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
