package org.vizgate.metrics;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The counts of one web application. They only grow, and begin anew with it. Safe for use by several threads. */
public final class Metrics {
    /** No list of names is as long: should a stranger's word ever become one, it must not fill the memory. */
    static final int MOST_NAMES = 100;

    private static final String OTHERS = "other";

    private final Names<Names<LongAdder>> events = new Names<>();
    private final Names<Names<LongAdder>> calls = new Names<>();
    private final Names<Names<LongAdder>> store = new Names<>();

    /**
     * Counts one.
     *
     * @param kind what it was, of a fixed list
     * @param outcome what came of it, of a fixed list
     */
    public void count(Counted what, String kind, String outcome) {
        all(what).of(kind, Names::new).of(outcome, LongAdder::new).increment();
    }

    /** The counts by kind and outcome, each at some moment of this call. */
    public SortedMap<String, SortedMap<String, Long>> of(Counted what) {
        SortedMap<String, SortedMap<String, Long>> shown = new TreeMap<>();
        all(what)
                .known
                .forEach((kind, outcomes) -> outcomes.known.forEach((outcome, count) ->
                        shown.computeIfAbsent(kind, first -> new TreeMap<>()).put(outcome, count.sum())));
        return shown;
    }

    private Names<Names<LongAdder>> all(Counted what) {
        return switch (what) {
            case EVENTS -> events;
            case CALLS -> calls;
            case STORE -> store;
        };
    }

    private static final class Names<T> {
        private final ConcurrentMap<String, T> known = new ConcurrentHashMap<>();

        T of(String name, Supplier<T> first) {
            T here = known.get(name);
            if (here != null) {
                return here;
            }
            String kept = known.size() < MOST_NAMES ? name : OTHERS;
            return known.computeIfAbsent(kept, unused -> first.get());
        }
    }
}
