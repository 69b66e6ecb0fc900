package org.vizgate.standin.rest;

/** Tableau says no. The code's first three digits are the HTTP status. */
final class RestFault extends RuntimeException {
    private final String code;
    private final String summary;
    private final String detail;

    RestFault(String code, String summary, String detail) {
        // No stack trace: a refusal is an answer, and load tests ask for many.
        super(code + " " + summary, null, false, false);
        this.code = code;
        this.summary = summary;
        this.detail = detail;
    }

    static RestFault badRequest(String detail) {
        return new RestFault("400000", "Bad Request", detail);
    }

    static RestFault noCredentials() {
        return new RestFault("401000", "Unauthorized Access", "No authentication credentials were provided.");
    }

    static RestFault deadToken() {
        return new RestFault("401002", "Unauthorized Access", "Invalid authentication credentials were provided.");
    }

    static RestFault otherSite() {
        return new RestFault("403004", "Forbidden", "The session belongs to another site.");
    }

    static RestFault pageSize() {
        return new RestFault("403014", "Page size limit exceeded", "The page size must be between 1 and 1000.");
    }

    static RestFault unknownPath(String path) {
        return new RestFault("404003", "URI Not Found", "There is no resource at '%s'.".formatted(path));
    }

    static RestFault wrongMethod(String method) {
        return new RestFault(
                "405000",
                "Method Not Allowed",
                "The HTTP method '%s' is not supported for the given resource".formatted(method));
    }

    static RestFault tooLarge(int status) {
        return new RestFault(status + "000", "Request Too Large", "The request is larger than the server reads.");
    }

    static RestFault broken() {
        return new RestFault("500000", "Internal Server Error", "The server could not answer.");
    }

    int status() {
        return Integer.parseInt(code.substring(0, 3));
    }

    Answer toAnswer() {
        return Answer.element("error")
                .attribute("code", code)
                .child("summary", summary)
                .child("detail", detail);
    }
}
