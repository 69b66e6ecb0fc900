package org.vizgate.config;

/**
 * A setting as somebody wrote it.
 *
 * @param origin where, in words
 */
record Entry(String name, String text, String origin) {
    boolean isFilled() {
        return !text.isBlank();
    }

    /** The name, and where it was read unless that says the name already. */
    String described() {
        return origin.contains(name) ? origin : name + " (" + origin + ")";
    }

    /** Leaves out the text: it may be a secret. */
    @Override
    public String toString() {
        return "Entry[" + described() + "]";
    }
}
