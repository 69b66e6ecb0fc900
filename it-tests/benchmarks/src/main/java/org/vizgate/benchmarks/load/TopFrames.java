package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where the processor was, by a recording of the JDK's own profiler. */
final class TopFrames {
    private static final String OURS = "org.vizgate.";
    private static final String BENCHMARK = "org.vizgate.benchmarks.";
    private static final int SHOWN = 12;

    private final Map<String, Integer> packages = new HashMap<>();
    private final Map<String, Integer> own = new HashMap<>();
    private final Map<String, Integer> onBehalf = new HashMap<>();
    private int samples;

    private TopFrames() {}

    static void print(Path recording, Instant since) throws IOException {
        TopFrames frames = new TopFrames();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                RecordedStackTrace stack = event.getStackTrace();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")
                        && event.getStartTime().isAfter(since)
                        && stack != null
                        && !stack.getFrames().isEmpty()) {
                    frames.add(stack.getFrames());
                }
            }
        }
        System.out.printf("%n%d samples of what was running.%n", frames.samples);
        frames.print("The top frame's package", frames.packages);
        frames.print("Methods of ours on top", frames.own);
        frames.print("The nearest method of ours, with all that it called", frames.onBehalf);
    }

    private void add(List<RecordedFrame> frames) {
        samples++;
        String top = type(frames.get(0));
        packages.merge(top.substring(0, Math.max(0, top.lastIndexOf('.'))), 1, Integer::sum);
        if (isOurs(frames.get(0))) {
            own.merge(name(frames.get(0)), 1, Integer::sum);
        }
        frames.stream()
                .filter(TopFrames::isOurs)
                .findFirst()
                .ifPresent(frame -> onBehalf.merge(name(frame), 1, Integer::sum));
    }

    private static boolean isOurs(RecordedFrame frame) {
        return type(frame).startsWith(OURS) && !type(frame).startsWith(BENCHMARK);
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static String name(RecordedFrame frame) {
        return type(frame) + "." + frame.getMethod().getName();
    }

    private void print(String title, Map<String, Integer> counts) {
        System.out.printf("%n| %s | %% of the samples |%n|---|---|%n", title);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT, "| `%s` | %.1f |%n", entry.getKey(), 100.0 * entry.getValue() / samples));
    }
}
