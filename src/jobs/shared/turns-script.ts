/**
 * The fair queue of src/jobs/queue.ts and src/jobs/turns.ts, rule by rule, as one step in Redis: two processes never see it half
 * done. Who waits stands in a hash; their order becomes the scores of BullMQ's own sorted set of waiting jobs. The first
 * argument says what is done. tests/jobs/shared-turns.wire.test.ts holds both queues against each other.
 */
export const turnsScript = `
local prioritized, waiting, turns, nextTurns, rows, workers = unpack(KEYS)
local job, askers = ARGV[2] .. ':', ARGV[3] .. ':'
local mostInARow, longestTurn = 2, 30
local ghostMs, lostWorkerMs, askersMs = 10000, 15000, 3600000
local time = redis.call('TIME')
local present = time[1] * 1000 + math.floor(time[2] / 1000)
local now = tonumber(redis.call('HGET', turns, 'now') or 0)
local usedOfTurn = tonumber(redis.call('HGET', turns, 'used') or 0)

local function text(number) return string.format('%.17g', number) end

local function save(entry)
  local id = entry.id
  entry.id = nil
  redis.call('HSET', waiting, id, cjson.encode(entry))
  entry.id = id
end

-- In order of arrival. What its process left before it was a job, and what a worker took that died, is forgotten.
local function readWaiting()
  local list = {}
  local all = redis.call('HGETALL', waiting)
  for at = 1, #all, 2 do
    local entry = cjson.decode(all[at + 1])
    entry.id = all[at]
    if present - entry.since > ghostMs and not redis.call('ZSCORE', prioritized, entry.id) then
      redis.call('HDEL', waiting, entry.id)
    else
      list[#list + 1] = entry
    end
  end
  table.sort(list, function(a, b) return a.arrival < b.arrival end)
  return list
end

local function nextOf(user)
  return math.max(now, tonumber(redis.call('HGET', nextTurns, user) or 0))
end

local function lengthOf(cost) return math.max(1, cost) end

local function useTurn(user, cost, turn)
  local length = lengthOf(cost)
  redis.call('HSET', nextTurns, user, text(nextOf(user) + length))
  usedOfTurn = turn > now and length or usedOfTurn + length
  now = math.max(now, turn)
  if usedOfTurn >= longestTurn then
    now = now + 1
    usedOfTurn = 0
  end
  redis.call('HSET', turns, 'now', text(now), 'used', text(usedOfTurn))
  local all = redis.call('HGETALL', nextTurns)
  for at = 1, #all, 2 do
    if tonumber(all[at + 1]) <= now then redis.call('HDEL', nextTurns, all[at]) end
  end
end

local function inTurns(list)
  local asked, slots = {}, {}
  for at, entry in ipairs(list) do
    local earlier = asked[entry.user] or 0
    asked[entry.user] = earlier + lengthOf(entry.cost)
    slots[at] = { at = at, turn = nextOf(entry.user) + earlier, owner = entry, entry = entry }
  end
  table.sort(slots, function(a, b)
    if a.turn == b.turn then return a.at < b.at end
    return a.turn < b.turn
  end)
  return slots
end

-- Within a server, those who go first get the first of its places, but one of three is for the others.
local function firstOfEachServer(slots)
  local queues = {}
  for _, slot in ipairs(slots) do
    local server = slot.owner.server
    if server then
      local row = tonumber(redis.call('HGET', rows, server) or 0)
      queues[server] = queues[server] or { first = {}, others = {}, row = row }
      local queue = slot.owner.goesFirst and queues[server].first or queues[server].others
      queue[#queue + 1] = slot.owner
    end
  end
  for _, slot in ipairs(slots) do
    local queue = slot.owner.server and queues[slot.owner.server]
    if queue then
      local isFirst = #queue.first > 0 and (queue.row < mostInARow or #queue.others == 0)
      slot.entry = table.remove(isFirst and queue.first or queue.others, 1)
      queue.row = isFirst and queue.row + 1 or 0
    end
  end
  return slots
end

local function order(list)
  local slots = firstOfEachServer(inTurns(list))
  for place, slot in ipairs(slots) do
    redis.call('ZADD', prioritized, 'XX', place, slot.entry.id)
  end
  return slots
end

local function findFull(list, entry, limits)
  local function placesOf(each)
    return math.min(math.max(1, math.floor(each.cost + 0.5)), limits.user)
  end
  local serverLimit = entry.serverLimit or limits.server
  if entry.goesFirst then serverLimit = math.huge end
  local scopes = {
    { 'user', limits.user, function(each) return entry.user ~= '' and each.user == entry.user end },
    { 'server', serverLimit, function(each) return entry.server and each.server == entry.server end },
    { 'all', limits.all, function() return true end },
  }
  for _, scope in ipairs(scopes) do
    local name, limit, isTogether = unpack(scope)
    local taken, count = 0, 0
    for _, each in ipairs(list) do
      if isTogether(each) then taken, count = taken + placesOf(each), count + 1 end
    end
    if taken + (taken == 0 and 1 or placesOf(entry)) > limit then return { 'busy', name, count } end
  end
end

-- The owner of the place that a job had, and who of that server came between, move to the next one's place.
local function takeOut(list, slot)
  local previous
  for _, entry in ipairs(list) do
    local isTaken = entry.id == slot.entry.id
    local isBetween = entry.server and entry.server == slot.entry.server
      and entry.arrival >= slot.owner.arrival and entry.arrival < slot.entry.arrival
    if isBetween or isTaken then
      if previous then
        previous.moved = entry.arrival
      end
      previous = entry
    end
  end
  for _, entry in ipairs(list) do
    if entry.moved then
      entry.arrival, entry.moved = entry.moved, nil
      save(entry)
    end
  end
  redis.call('HDEL', waiting, slot.entry.id)
end

local function noteFirst(entry, list)
  if not entry.server then return end
  local othersWait = false
  for _, other in ipairs(list) do
    if other.server == entry.server and not other.goesFirst then othersWait = true end
  end
  if entry.goesFirst and othersWait then redis.call('HINCRBY', rows, entry.server, 1)
  else redis.call('HDEL', rows, entry.server) end
end

local steps = {}

function steps.admit(id, asker, asked, limits)
  local key = askers .. id
  local isThere = redis.call('HEXISTS', waiting, id) == 1 or redis.call('EXISTS', job .. id) == 1
  if not isThere then
    if redis.call('ZCOUNT', workers, present - lostWorkerMs, '+inf') == 0 then return { 'nobody' } end
    local list = readWaiting()
    local entry = cjson.decode(asked)
    local full = findFull(list, entry, cjson.decode(limits))
    if full then return full end
    entry.id, entry.since, entry.arrival = id, present, redis.call('HINCRBY', turns, 'arrivals', 1)
    save(entry)
  end
  redis.call('SADD', key, asker)
  redis.call('PEXPIRE', key, askersMs)
  return { isThere and 'joined' or 'new' }
end

function steps.order() order(readWaiting()) end

function steps.begin(id)
  local list = readWaiting()
  for _, slot in ipairs(order(list)) do
    if slot.entry.id == id then
      useTurn(slot.entry.user, slot.entry.cost, slot.turn)
      noteFirst(slot.entry, list)
      takeOut(list, slot)
      order(readWaiting())
      return
    end
  end
end

function steps.leave(id, asker)
  redis.call('SREM', askers .. id, asker)
  local left = redis.call('SCARD', askers .. id)
  if left == 0 then
    redis.call('HDEL', waiting, id)
    order(readWaiting())
  end
  return left
end

function steps.prefer(id)
  local entry = redis.call('HGET', waiting, id)
  if not entry then return end
  entry = cjson.decode(entry)
  entry.id, entry.goesFirst = id, true
  save(entry)
  order(readWaiting())
end

function steps.places(...)
  local places = {}
  for at, id in ipairs({ ... }) do
    local rank = redis.call('ZRANK', prioritized, id)
    if rank then places[at] = rank + 1
    else places[at] = redis.call('EXISTS', job .. id) - 1 end
  end
  return places
end

function steps.alive(name)
  redis.call('ZADD', workers, present, name)
  redis.call('ZREMRANGEBYSCORE', workers, '-inf', present - lostWorkerMs)
end

function steps.gone(name) redis.call('ZREM', workers, name) end

return steps[ARGV[1]](unpack(ARGV, 4))
`;
