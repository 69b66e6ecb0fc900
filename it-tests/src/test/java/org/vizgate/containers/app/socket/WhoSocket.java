package org.vizgate.containers.app.socket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Answers each message with the name of whoever opened the socket. */
@ServerEndpoint("/api/socket")
public class WhoSocket {
    @OnMessage
    public String answer(String message, Session session) {
        return message + " " + Names.of(session.getUserPrincipal());
    }
}
