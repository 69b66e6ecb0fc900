package org.vizgate.config;

/** A text is not what a setting takes. Says what is wrong and what to write instead; never repeats a secret. */
final class Misfit extends RuntimeException {
    private final String remedy;

    /**
     * @param fault reads on after the setting's name: {@code has a query}
     * @param remedy an order, without a full stop: {@code Write it without the query}
     */
    Misfit(String fault, String remedy) {
        super(fault, null, false, false);
        this.remedy = remedy;
    }

    String fault() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
