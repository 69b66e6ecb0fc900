package org.vizgate.config;

/** Makes a typed value of a text. */
@FunctionalInterface
interface Parser<T> {
    /**
     * @param text neither blank nor surrounded by blanks, unless it is a secret
     * @throws Misfit if the text is not what the setting takes
     */
    T parse(String text);
}
