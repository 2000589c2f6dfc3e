# Starts a Redis server in the folder, and ends both when standard input ends.
# Says `missing` when there is no such program. Says `port?` and wants a line with a free port; says
# `ready PORT PASSWORD FOLDER` when the server answers.
# Then takes the orders `stop` and `start`, and says `done` after each.
# Everything else that it says is a complaint, after which it ends.

# The server says when it answers; what it says after that goes to the log.
start() {
    mkfifo "$folder/says" || return 1
    "$program" "$folder/redis.conf" --port "$port" >"$folder/says" 2>&1 &
    server=$!
    exec 3<"$folder/says"
    rm -f "$folder/says"
    while read -r line <&3; do
        echo "$line" >>"$folder/server.log"
        case $line in
        *'eady to accept connections'*)
            cat <&3 >>"$folder/server.log" &
            exec 3<&-
            return 0
            ;;
        esac
    done
    exec 3<&-
    stop
    return 1
}

# Nothing has to be kept, so there is nothing to be waited for.
stop() {
    kill -KILL "$server"
    wait "$server"
    server=
}

clean_up() {
    [ -z "$server" ] || stop
    rm -rf "$folder"
}

complain() {
    cat "$folder/server.log"
    clean_up
    exit 1
}

server=
program=$(command -v redis-server || command -v valkey-server) || {
    echo 'missing'
    clean_up
    exit 1
}

# A password, because everybody on this machine can reach a loopback port, and Redis can write files.
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
cat >"$folder/redis.conf" <<CONF
bind 127.0.0.1
requirepass $password
dir $folder
save ""
appendonly no
daemonize no
loglevel notice
CONF

# Between the moment in which a port was found free and the start somebody else may have taken it.
while :; do
    echo 'port?'
    read -r port || { clean_up; exit; }
    start && break
    grep -q 'bind: ' "$folder/server.log" || complain
    rm -f "$folder/server.log"
done
echo "ready $port $password $folder"

while read -r order; do
    "$order" || complain
    echo "done"
done
clean_up
