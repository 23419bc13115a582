export { answerCall as GET, answerCall as POST } from "@/server/calls/answer";
