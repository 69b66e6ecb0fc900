package org.vizgate.json;

/** Text that is not the JSON it should be. The message names a member and what was expected, never its value. */
public final class MalformedJsonException extends RuntimeException {
    private final String problem;

    public MalformedJsonException(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
