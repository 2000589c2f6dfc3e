# Makes and starts a PostgreSQL cluster in the folder, and removes both when standard input ends.
# Argument: the folder with PostgreSQL's programs.
# Says `port?` and wants a line with a free port; says `ready PORT PASSWORD FOLDER` when the server answers.
# Then takes the orders `stop` and `start`, and says `done` after each.
# Everything else that it says is a complaint, after which it ends.
programs=$1
data=$folder/data

start() {
    "$programs/pg_ctl" start -w -D "$data" -l "$folder/server.log" -o "-p $port" >>"$folder/log" 2>&1
}

stop() {
    "$programs/pg_ctl" stop -w -D "$data" -m "${1:-fast}" >>"$folder/log" 2>&1
}

clean_up() {
    if [ -f "$data/postmaster.pid" ]; then
        stop immediate
    fi
    rm -rf "$folder"
}

complain() {
    cat "$folder"/*log
    clean_up
    exit 1
}

# A password, because everybody on this machine can reach a loopback port, and a superuser can run programs.
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "$password" >"$folder/password"
"$programs/initdb" -D "$data" -U teammoa -A password --pwfile="$folder/password" -E UTF8 --locale=C --no-sync \
    >"$folder/log" 2>&1 || complain

# Nothing here has to survive a power cut, and many small databases come and go.
cat >>"$data/postgresql.conf" <<'CONF'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 500
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
checkpoint_timeout = 1h
max_wal_size = 256MB
autovacuum = off
jit = off
timezone = 'GMT'
log_timezone = 'GMT'
CONF

# Between the moment in which a port was found free and the start somebody else may have taken it.
while :; do
    echo 'port?'
    read -r port || { clean_up; exit; }
    start && break
    grep -q 'could not bind' "$folder/server.log" || complain
    rm -f "$folder/server.log"
done
echo "ready $port $password $folder"

while read -r order; do
    "$order" || complain
    echo "done"
done
clean_up
